/** Numbers separated by dots, each exact as a number, and no more of them than any release has. */
const form = /^\d{1,15}(\.\d{1,15}){0,7}$/;

/** Whether a text is a version, such as 2.1. */
export const isVersion = (text: string): boolean => form.test(text);

/** Whether a version is another one or a later one, part by part, where 2 is 2.0; what is no version is neither. */
export function isVersionFrom(version: string | undefined, from: string | undefined): boolean {
  if (from === undefined) return true;
  if (version === undefined || !isVersion(version) || !isVersion(from)) return false;
  const parts = version.split(".");
  for (const [index, least] of from.split(".").entries()) {
    const ahead = Number(parts[index] ?? 0) - Number(least);
    if (ahead !== 0) return ahead > 0;
  }
  return true;
}
