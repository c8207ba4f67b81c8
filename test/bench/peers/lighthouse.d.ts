/** The little of Lighthouse that the bench uses. */
export interface LighthouseResult {
  readonly lhr: {
    readonly categories: Readonly<
      Record<
        string,
        {
          readonly title: string;
          readonly score: number | null;
          readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
        }
      >
    >;
    readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>;
  };
}

export type Lighthouse = (
  url: string,
  flags: { readonly port: number; readonly logLevel: 'error'; readonly onlyCategories: readonly string[] },
) => Promise<LighthouseResult | undefined>;
