import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likenessOf, wordsOf } from "../../src/roster/likeness.ts";

const likeness = (one: string, other: string) => likenessOf(wordsOf(one), wordsOf(other));

test.each([
  ["Sở Y tế", "Sở Y te", "marks"],
  ["Huyện Đăk Đoa", "Huyện Dak Doa", "marks"],
  ["Xã Lộc An", "Xã Lộc Ân", "marks"],
  ["UBND huyện Phú Lộc", "Huyện Phú Lộc", "short-form"],
  ["Ủy ban nhân dân huyện Phú Lộc", "UBND huyện Phú Lộc", "short-form"],
  ["Sở TT&TT", "Sở Thông tin và Truyền thông", "short-form"],
  ["Sở GDĐT", "Sở Giáo dục và Đào tạo", "short-form"],
  ["Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "short-form"],
  ["Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội", "short-form"],
  ["VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", "short-form"],
  ["TX Hương Trà", "Thị xã Hương Trà", "short-form"],
  ["SNV", "Sở Nội vụ", "short-form"],
  ["Sở Công Thương", "Sở Công Thuong", "marks"],
  ["Sở Tài nguyên và Môi trường", "Sở Tài nguyen & Môi trừơng", "short-form"],
  ["Thị trấn Phong Điền", "Thị trấn Phong Điềnn", "spelling"],
  ["Xã Lộc An", "Xã Lộc Ann", "spelling"],
] as const)("%s and %s: %s", (one, other, expected) => {
  expect(likeness(one, other)).toBe(expected);
  expect(likeness(other, one)).toBe(expected);
});

test.each([
  ["Phường 1", "Phường 2"],
  ["Phường II", "Phường III"],
  ["H57.01", "H57.02"],
  ["Sở Y tế", "Sở Tư pháp"],
  ["Sở Nội vụ", "Sở Ngoại vụ"],
  ["Sở Xây dựng", "SXD tỉnh"],
  ["Xã Phú An", "Xã Phú Sơn"],
  ["UBND tỉnh", "UBND huyện Phú Lộc"],
  ["A", "B"],
])("%s and %s are two", (one, other) => {
  expect(likeness(one, other)).toBeNull();
});

describe("for any names", () => {
  const name = fc.stringMatching(/^[A-ZĐ]{0,4}( [A-Za-zĐđếộ&0-9]{1,6}){0,4}$/);

  test("it does not matter which comes first", () => {
    fc.assert(fc.property(name, name, (one, other) => likeness(one, other) === likeness(other, one)));
  });

  test("a name without its accents is like it", () => {
    const plain = (text: string) =>
      text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
    fc.assert(fc.property(name, (one) => likeness(one, plain(one)) === "marks"));
  });
});
