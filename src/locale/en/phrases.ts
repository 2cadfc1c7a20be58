import { formatCount } from "../locale.ts";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const numbers = { group: ",", decimal: "." };

export const count = (value: number) => formatCount(value, numbers);

export const agencies = (units: number) => (units === 1 ? "1 agency" : `${count(units)} agencies`);
