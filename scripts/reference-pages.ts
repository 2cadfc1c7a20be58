import { stringify } from "yaml";
import { z } from "zod";
import { configSchema } from "../src/config/config-schema.ts";
import { planSchema } from "../src/plan/plan-schema.ts";
import { sourceSchema } from "../src/source/source-schema.ts";
import { groupBy } from "../src/text/group-by.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

const PAGES = {
  "plan.md": {
    schema: planSchema,
    title: "Reference: a plan",
    intro:
      "Every key of a plan's YAML. [`example-two-levels-2025.yaml`](../../targets/example-two-levels-2025.yaml) is a plan to copy.",
  },
  "source.md": {
    schema: sourceSchema,
    title: "Reference: a source",
    intro:
      "Every key of the YAML that describes a format of exports. [Describe an export](../describe-an-export.md) makes two of them.",
  },
  "config.md": {
    schema: configSchema(),
    title: "Reference: chitieu.yaml",
    intro:
      "Every key of `chitieu.yaml`, which is looked for in the working folder and the folders above it. What the command line says wins.",
  },
} as const;

const GENERATED =
  "This page is written from the schema that the program itself validates with: `npm run schemas` renews it. Keys that are not here are errors. An ellipsis stands for names of your own.";

/** The files of `docs/reference/`, from the schemas. */
export function referencePages(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PAGES).map(([file, { schema, title, intro }]) => {
      const json = z.toJSONSchema(schema, { target: "draft-07", io: "input", reused: "inline" });
      return [file, `${[`# ${title}`, intro, GENERATED, ...pageOf(sectionsOf(json, []))].join("\n\n")}\n`];
    }),
  );
}

interface Section {
  readonly path: readonly string[];
  readonly body: string;
}

/** What is said alike in several places is said once. */
function pageOf(sections: readonly Section[]): string[] {
  const places = groupBy(sections, ({ body }) => body);
  return [...places].flatMap(([body, same]) => {
    const paths = [...new Set(same.filter(({ path }) => path.length > 0).map(({ path }) => `\`${path.join(".")}\``))];
    return paths.length === 0 ? [body] : [`## ${paths.join(", ")}`, body];
  });
}

/** One section for each map of keys, and for those within it. */
function sectionsOf(schema: JsonSchema, path: readonly string[]): Section[] {
  const maps = shapesOf(schema).filter(({ properties }) => properties !== undefined);
  const described = path.length === 0 || schema.description === undefined ? [] : [schema.description];
  const body = [...described, ...maps.map(tableOf)].join("\n\n");
  const own = maps.length === 0 ? [] : [{ path, body }];
  return [...own, ...within(schema, path).flatMap(({ inner, at }) => sectionsOf(inner, at))];
}

/** What a schema may be: itself, or each of its alternatives. */
function shapesOf(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf ?? [schema]).flatMap((one) => (typeof one === "boolean" ? [] : [one]));
}

interface Inner {
  readonly inner: JsonSchema;
  readonly at: readonly string[];
}

function within(schema: JsonSchema, path: readonly string[]): readonly Inner[] {
  return shapesOf(schema).flatMap((one) => [
    ...entriesOf(one).map(([key, inner]) => ({ inner, at: [...path, key] })),
    ...valuesOf(one).map((inner) => ({ inner, at: [...path, "…"] })),
    ...itemOf(one).map((inner) => ({ inner, at: path })),
  ]);
}

function entriesOf({ properties = {} }: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  return Object.entries(properties).flatMap(([key, inner]) =>
    typeof inner === "boolean" ? [] : [[key, inner] as const],
  );
}

/** What the keys of one's own hold. */
function valuesOf({ additionalProperties: values }: JsonSchema): readonly JsonSchema[] {
  return values === undefined || typeof values === "boolean" ? [] : [values];
}

function tableOf(schema: JsonSchema): string {
  const required = new Set(schema.required ?? []);
  const rows = entriesOf(schema).map(([key, inner]) => {
    const name = required.has(key) ? `**\`${key}\`**` : `\`${key}\``;
    return `| ${name} | ${cell(inner.description ?? "")} | ${cell(kindOf(inner))} |`;
  });
  const own = valuesOf(schema).map((inner) => `| \`…\` | ${cell(inner.description ?? "")} | ${cell(kindOf(inner))} |`);
  const note = required.size > 0 ? "\n\nKeys in bold are required." : "";
  return `| key | what it says | what it holds |\n| --- | --- | --- |\n${[...rows, ...own].join("\n")}${note}`;
}

/** What a value looks like, in words. */
function kindOf(schema: JsonSchema): string {
  const kinds = [...new Set(shapesOf(schema).map(shapeOf))];
  const examples = (schema.examples ?? []).map((example) => `\`${written(example)}\``);
  if (examples.length === 0) return kinds.join(" or ");
  // Examples of the whole say more than those of its parts.
  return `${kinds.map((kind) => kind.replace(/, such as .*$/u, "")).join(" or ")}, such as ${examples.join(", ")}`;
}

/** An example as it stands in the file. */
function written(example: unknown): string {
  return typeof example === "object" && example !== null
    ? stringify(example, { collectionStyle: "flow", lineWidth: 0 }).trim().replaceAll("[ ", "[").replaceAll(" ]", "]")
    : String(example);
}

function shapeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((one) => `\`${String(one)}\``).join(", ");
  if (schema.type === "array") return `a list of ${itemsOf(schema).replace(/^a (text|map)/, "$1s")}`;
  if (schema.properties !== undefined) return "a map of keys, below";
  const [values] = valuesOf(schema);
  if (values !== undefined) return `names of your own: ${kindOf(values)}`;
  if (schema.format === "date") return "a date";
  const types = [schema.type ?? "string"].flat();
  return types[0] === "integer" ? "a whole number" : "a text";
}

function itemsOf(schema: JsonSchema): string {
  return itemOf(schema).map(kindOf).join();
}

/** What each item of a list is. */
function itemOf({ items }: JsonSchema): readonly JsonSchema[] {
  const one = Array.isArray(items) ? items[0] : items;
  return one === undefined || typeof one === "boolean" ? [] : [one];
}

function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll("\n", " ");
}
