import * as z from "zod/mini";
import { period, text } from "./config-scalars.ts";

/** A table in a database, which is an export like a file. */
export const database = () =>
  z.strictObject({
    url: z.string().check(
      z.refine((value) => /^(?:postgres|postgresql|clickhouse):\/\/(?!.*:.*@)[^\s]+$/.test(value), {
        error: "database-url",
      }),
      z.meta({
        title: "Địa chỉ",
        description: "Where the database is, without a password.",
        examples: ["postgres://reader@10.0.0.5/onestop", "clickhouse://10.0.0.6/onestop"],
      }),
    ),
    table: text.check(
      z.meta({ title: "Bảng", description: "The table or view that holds the rows.", examples: ["dossiers"] }),
    ),
    source: z.optional(text).check(
      z.meta({
        title: "Nguồn số liệu",
        description: "The source that it is; without it, by its columns.",
        examples: ["one-stop-dossiers"],
      }),
    ),
    period: z
      .optional(period())
      .check(
        z.meta({ title: "Kỳ báo cáo", description: "The period of its rows, where they do not say it themselves." }),
      ),
    "password-from": z.optional(text).check(
      z.meta({
        title: "Biến chứa mật khẩu",
        description: "The variable of the environment that holds the password.",
        examples: ["ONESTOP_PASSWORD"],
      }),
    ),
  });
