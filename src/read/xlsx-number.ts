import type { Cell } from "../model.ts";
import type { NumberKind } from "./xlsx-formats.ts";

const DAY = 86_400_000;
/** The first day after 9999-12-31, which is no date any more. */
const END_OF_DATES = 2_958_466;

/** A cell's number as what it is: a number, a percent as decimal text, a date or a time of day as ISO text. */
export function numberCell(value: number, kind: NumberKind, from1904: boolean): Cell {
  switch (kind) {
    case "number":
      return value;
    case "percent":
      return percentText(value);
    case "date":
      return value >= 0 && value < END_OF_DATES ? dateText(value, from1904) : value;
    case "time":
      return value >= 0 ? timeText(Math.round(value * DAY)) : value;
  }
}

/** 0.955 as "95.5%": the point is moved in the text, since a multiplication would not be exact. Excel has 15 digits. */
function percentText(value: number): string {
  const [mantissa = "", exponent = "0"] = Math.abs(Number(value.toPrecision(15)))
    .toString()
    .split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const point = whole.length + Number(exponent) + 2;
  const digits = `${"0".repeat(Math.max(0, 1 - point))}${whole}${fraction}`.padEnd(point, "0");
  const shift = Math.max(point, 1);
  const before = digits.slice(0, shift).replace(/^0+(?=\d)/, "");
  const after = digits.slice(shift).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${before}${after === "" ? "" : `.${after}`}%`;
}

/**
 * A day's number as `2022-03-31`, with its time where it has one. Counted from 1900 there is a 29 February 1900 (60),
 * which Excel took over from Lotus 1-2-3; days before it are one off. Day 0 is "1900-01-00". Neither is a date.
 */
function dateText(value: number, from1904: boolean): string {
  const milliseconds = Math.round(value * DAY);
  const day = Math.floor(milliseconds / DAY);
  const time = milliseconds % DAY < 1000 ? "" : `T${timeText(milliseconds % DAY)}`;
  if (from1904) return `${isoDay(Date.UTC(1904, 0, 1) + day * DAY)}${time}`;
  if (day === 0 || day === 60) return `${day === 0 ? "1900-01-00" : "1900-02-29"}${time}`;
  return `${isoDay(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY)}${time}`;
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** `08:30:00`; a duration may have more than 24 hours. */
function timeText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
