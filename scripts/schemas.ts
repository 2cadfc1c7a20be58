import { z } from "zod";
import { configSchema } from "../src/config/config-schema.ts";
import { validationSchema } from "../src/findings/validation-schema.ts";
import { diffSchema } from "../src/diff/diff-schema.ts";
import { explanationSchema } from "../src/explain/explanation-schema.ts";
import { planSchema } from "../src/plan/plan-schema.ts";
import { assessmentSchema } from "../src/report/assessment-schema.ts";
import { sourceSchema } from "../src/source/source-schema.ts";
import { trendSchema } from "../src/trend/trend-schema.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The files of `schema/`, from the schemas that the program itself validates with. */
export function jsonSchemas(): Record<string, string> {
  return {
    "plan.schema.json": print("plan", bindTargets(toJsonSchema(planSchema))),
    "source.schema.json": print("source", toJsonSchema(sourceSchema)),
    "config.schema.json": print("config", toJsonSchema(configSchema)),
    "assessment.schema.json": print("assessment", toJsonSchema(assessmentSchema)),
    "validation.schema.json": print("validation", toJsonSchema(validationSchema)),
    "diff.schema.json": print("diff", toJsonSchema(diffSchema)),
    "explanation.schema.json": print("explanation", toJsonSchema(explanationSchema)),
    "trend.schema.json": print("trend", toJsonSchema(trendSchema)),
  };
}

/** Draft 7, and all in place: what every editor's YAML support understands. */
function toJsonSchema(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: "draft-07", io: "input", reused: "inline" });
}

function print(name: string, { $schema, title, description, ...schema }: JsonSchema): string {
  return `${JSON.stringify({ $schema, $id: `urn:chitieu:${name}@1`, title, description, ...schema }, null, 2)}\n`;
}

const RATIO_AMOUNT = { type: "string", pattern: String.raw`^\d+(\.\d+)?\s*%$` } as const;
const COUNT_AMOUNT = { type: ["string", "number"], pattern: String.raw`^\d+(\.\d+)?$`, minimum: 0 } as const;

/** A ratio's target needs its `%` and a count's has none: zod leaves that to the plan's parser, an editor can know it. */
function bindTargets(plan: JsonSchema): JsonSchema {
  const indicator = at(plan, "properties", "indicators", "additionalProperties");
  const properties = at(indicator, "properties");
  const target = at(properties, "target");
  properties["target"] = { description: target.description };
  Object.assign(indicator, {
    if: { required: ["value"] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { properties: { numerator: false, denominator: false, target: withAmounts(target, COUNT_AMOUNT) } },
    else: { required: ["numerator", "denominator"], properties: { target: withAmounts(target, RATIO_AMOUNT) } },
  });
  return plan;
}

/** The same schema with every amount in it narrowed. An amount is known by its pattern. */
function withAmounts(schema: JsonSchema, amount: object): JsonSchema {
  const amountPattern = at(schema, "properties", "at-least").pattern;
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) =>
    typeof value === "object" && value !== null && "pattern" in value && value.pattern === amountPattern
      ? { ...value, ...amount }
      : value,
  ) as JsonSchema;
}

function at(schema: JsonSchema, ...path: readonly string[]): JsonSchema {
  return path.reduce((inner, key) => inner[key] as JsonSchema, schema);
}
