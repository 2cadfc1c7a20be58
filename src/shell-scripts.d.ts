/** The scripts of shells, as text (scripts/shell-scripts.js). */
declare module "*.bash" {
  export const text: string;
}
declare module "*.zsh" {
  export const text: string;
}
declare module "*.ps1" {
  export const text: string;
}
