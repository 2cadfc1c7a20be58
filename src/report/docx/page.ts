import type { Page } from "./block.ts";

const MILLIMETRE = 1440 / 25.4;

/** A length on paper in twentieths of a point. */
export function millimetres(length: number): number {
  return Math.round(length * MILLIMETRE);
}

/** A4 with the margins of Nghị định 30/2020/NĐ-CP: 20–25 mm above and below, 30–35 mm left, 15–20 mm right. */
export const PORTRAIT: Page = {
  width: millimetres(210),
  height: millimetres(297),
  margins: { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) },
};

/** The same sheet turned, for tables with many columns: the margin for binding is then above. */
export const LANDSCAPE: Page = {
  width: PORTRAIT.height,
  height: PORTRAIT.width,
  margins: { top: millimetres(25), bottom: millimetres(15), left: millimetres(20), right: millimetres(20) },
};

/** What is left between the margins. */
export function textWidth({ width, margins }: Page): number {
  return width - margins.left - margins.right;
}
