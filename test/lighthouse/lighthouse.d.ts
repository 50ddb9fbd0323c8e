/** As much of Lighthouse as is used here, so that types can be checked without it being installed. */
declare module 'lighthouse' {
  interface Audit {
    readonly id: string;
    readonly title: string;
    /** From 0 to 1; null where it does not apply or only informs. */
    readonly score: number | null;
  }

  interface Category {
    readonly title: string;
    readonly score: number | null;
    readonly auditRefs: readonly { readonly id: string }[];
  }

  interface Result {
    readonly lhr: {
      readonly audits: Readonly<Record<string, Audit>>;
      readonly categories: Readonly<Record<string, Category>>;
      readonly finalDisplayedUrl: string;
      readonly runtimeError?: { readonly message: string };
    };
  }

  export default function lighthouse(
    url: string,
    flags: { readonly port: number; readonly logLevel: 'error'; readonly disableStorageReset: boolean },
    configuration: { readonly extends: 'lighthouse:default'; readonly settings: object },
  ): Promise<Result | undefined>;
}
