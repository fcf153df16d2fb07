import type { AppProfile } from "plimsoll";

export const largePolicy: unknown;
export function largeApp(open: readonly number[], seed?: number): AppProfile;
