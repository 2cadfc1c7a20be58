/** Whether a label reads like that of a row that adds up others ("Tổng cộng (I+II)", "Cộng cấp tỉnh"), however it goes on. */
export function isTotalLike(label: string): boolean {
  // "Tổng cục" and "tổng công ty" are agencies, and so are those whose name begins with "Cộng hòa".
  const totalLike =
    /^(?:tổng(?! cục| công ty)|cộng(?! hòa| hoà| đồng)|toàn (?:tỉnh|huyện|xã|thành phố|ngành)|lũy kế|luỹ kế|total|tc$)(?!\p{L})|^[Σ∑σ]/iu;
  return totalLike.test(label.trim().normalize("NFC"));
}
