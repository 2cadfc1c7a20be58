declare module "csv-spectrum" {
  interface Case {
    readonly name: string;
    readonly csv: Buffer;
    /** The records, with the header's names as keys. */
    readonly json: Buffer;
  }
  export default function spectrum(done: (error: Error | null, cases: Case[]) => void): void;
}
