import type { Words } from "../locale/locale.ts";
import type { Assessment } from "../model.ts";
import { printable } from "../text/printable.ts";

/** "Quý III/2022 (kỳ cuối có số liệu), lũy kế từ đầu năm"; "" where nothing was assessed. */
export function periodLine({ period, periodAsked, options }: Assessment, locale: Words): string {
  if (period === null) return "";
  const latest = periodAsked ? "" : ` (${locale.latest})`;
  return `${locale.period(period)}${latest}, ${options.window === "period" ? locale.periodAlone : locale.yearToDate}`;
}

/** "Kế hoạch 367/KH-UBND: Ứng dụng CNTT …"; "" where there is no plan. */
export function planLine({ plan }: Assessment, locale: Words): string {
  return plan === null ? "" : printable(`${locale.plan} ${plan.number ?? plan.id}: ${plan.title}`);
}
