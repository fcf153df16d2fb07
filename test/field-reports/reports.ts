import { readdirSync, readFileSync } from "node:fs";

/** What was reported of an app in public, told in our own words, and where an expert would have drawn the line. */
export interface FieldReport {
  readonly id: string;
  /** Where it was reported, and when; without an address it is a control of our own. */
  readonly source: {
    readonly title: string;
    readonly url?: string;
    readonly date: string;
    readonly publisher?: string;
  };
  /** What happened, or what it does. */
  readonly told: string;
  /** What the source lets one know of the app, which is what its profile says, and what it leaves open. */
  readonly known: string;
  readonly expected: {
    /** The tier that is certain; `open`, where it must be asked first. */
    readonly tier: string;
    /** The findings that the expert names. */
    readonly because: readonly string[];
    /** The expert's reason, in plain words. */
    readonly why: string;
    /** What must be asked, the first of it first. */
    readonly asks?: readonly string[];
    /** Whether it is a control: harmless as it is told, in full. */
    readonly controls?: true;
  };
  readonly profile: unknown;
}

const folder = new URL("reports/", import.meta.url);
/** The files of the reports, in their order. */
export const files = readdirSync(folder);
/** All reports, in the order of their ids. */
export const reports = files.map((file): FieldReport => JSON.parse(readFileSync(new URL(file, folder), "utf8")));

/** Whether it is a control of our own, which no source tells. */
export const isOurs = ({ source: { url } }: FieldReport) => url === undefined;

/** Whether something must be asked before anybody can say where the app belongs. */
export const isOpen = ({ expected: { tier } }: FieldReport) => tier === "open";

/** Whether it is harmless as it is told, in full. */
export const isControl = ({ expected: { controls } }: FieldReport) => controls === true;
