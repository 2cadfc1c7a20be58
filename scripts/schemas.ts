import { z } from "zod";
import { configSchema } from "../src/config/config-schema.ts";
import { validationSchema } from "../src/findings/validation-schema.ts";
import { diffSchema } from "../src/diff/diff-schema.ts";
import { explanationSchema } from "../src/explain/explanation-schema.ts";
import { OPERATORS } from "../src/model.ts";
import { lintingSchema } from "../src/lint/linting-schema.ts";
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
    "config.schema.json": print("config", toJsonSchema(configSchema())),
    "assessment.schema.json": print("assessment", toJsonSchema(assessmentSchema)),
    "validation.schema.json": print("validation", toJsonSchema(validationSchema)),
    "linting.schema.json": print("linting", toJsonSchema(lintingSchema)),
    "diff.schema.json": print("diff", toJsonSchema(diffSchema)),
    "explanation.schema.json": print("explanation", toJsonSchema(explanationSchema)),
    "trend.schema.json": print("trend", toJsonSchema(trendSchema)),
  };
}

/** Draft 7, and all in place: what every editor's YAML support understands. */
function toJsonSchema(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: "draft-07",
    io: "input",
    reused: "inline",
    // zod takes examples for values that it has parsed, and leaves them out where parsing changes them.
    override({ zodSchema, jsonSchema }) {
      const examples = z.globalRegistry.get(zodSchema)?.["examples"];
      if (Array.isArray(examples)) jsonSchema.examples = examples as NonNullable<JsonSchema["examples"]>;
    },
  });
}

function print(name: string, { $schema, title, description, ...schema }: JsonSchema): string {
  return `${JSON.stringify({ $schema, $id: `urn:chitieu:${name}@1`, title, description, ...schema }, null, 2)}\n`;
}

interface Amount {
  readonly schema: JsonSchema;
  /** How examples write it. */
  readonly example: (percent: string) => string | number;
}

const RATIO: Amount = {
  schema: { type: "string", pattern: String.raw`^\d+(\.\d+)?\s*%$` },
  example: (percent) => percent,
};
const COUNT: Amount = {
  schema: { type: ["string", "number"] as unknown as "number", pattern: String.raw`^\d+(\.\d+)?$`, minimum: 0 },
  example: (percent) => Number.parseFloat(percent),
};

/** A ratio's target needs its `%` and a count's has none: zod leaves that to the plan's parser, an editor can know it. */
function bindTargets(plan: JsonSchema): JsonSchema {
  const indicator = at(plan, "properties", "indicators", "additionalProperties");
  const properties = at(indicator, "properties");
  const target = at(properties, "target");
  const { title, description, examples } = target;
  properties["target"] = { title, description, examples };
  Object.assign(indicator, {
    if: { required: ["value"] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { properties: { numerator: false, denominator: false, target: withAmounts(target, COUNT) } },
    else: { required: ["numerator", "denominator"], properties: { target: withAmounts(target, RATIO) } },
  });
  return plan;
}

/** The same schema with every amount in it narrowed. An amount is known by its pattern, and a percent by its sign. */
function withAmounts(schema: JsonSchema, { schema: amount, example }: Amount): JsonSchema {
  const amountPattern = at(schema, "properties", "at-least").pattern;
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    if (typeof value === "string") return /^[\d.]+%$/.test(value) ? example(value) : value;
    if (typeof value !== "object" || value === null) return value;
    if ("pattern" in value && value.pattern === amountPattern) return { ...value, ...amount };
    return isOneTarget(value) ? { ...value, oneOf: OPERATORS.map((operator) => ({ required: [operator] })) } : value;
  }) as JsonSchema;
}

/** A target for one scope, which has one operator; where levels have targets of their own, there may be none. */
function isOneTarget(schema: object): boolean {
  const { additionalProperties, properties = {} } = schema as JsonSchema;
  return additionalProperties === false && OPERATORS.every((operator) => operator in properties);
}

function at(schema: JsonSchema, ...path: readonly string[]): JsonSchema {
  return path.reduce((inner, key) => inner[key] as JsonSchema, schema);
}
