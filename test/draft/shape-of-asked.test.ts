import { expect, test } from "vitest";
import { parseAsked } from "../../src/draft/parse-asked.ts";
import { shapeOfAsked } from "../../src/draft/shape-of-asked.ts";

test.each([
  ["Top 15", "rank", "15"],
  ["thuộc nhóm 30/63", "rank", "30"],
  ["Trong nhóm 10 tỉnh dẫn đầu", "rank", "10"],
  ["Xếp thứ 5", "rank", "5"],
  ["Thứ hạng 20/34", "rank", "20"],
  ["Hoàn thành", "task", null],
  ["Tiếp tục đầu tư, hoàn thiện", "task", null],
  ["most of them", "task", null],
  ["Tỉnh 95%, xã 80%", "several", null],
  ["20% năm 2026, 30% năm 2030", "several", null],
  ["trước 15/8/2026", "time", null],
  ["Hết quý II/2026", "time", null],
  ["Hoàn thành trong tháng 6", "time", null],
])("“%s” is a target of its own shape", (text, shape, value) => {
  for (const isRatio of [true, false]) expect(parseAsked(text, isRatio)).toBeNull();
  expect(shapeOfAsked(text)).toEqual({ shape, value });
});

test.each(["", "khoảng 80%", "5 nhiệm vụ", "80% (năm 2026)", "1e3"])("“%s” is none of them", (text) => {
  expect(shapeOfAsked(text)).toBeNull();
});
