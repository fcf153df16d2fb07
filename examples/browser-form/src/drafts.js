import { isContainer } from "./pointer.js";

const key = "plimsoll-browser-form";

/** What was kept here the last time; nothing, where nothing was, or the browser keeps nothing. */
export function keptDraft() {
  try {
    const { draft, skipped, confirmed = [] } = JSON.parse(localStorage.getItem(key));
    const isWhole = isContainer(draft) && Array.isArray(skipped) && Array.isArray(confirmed);
    return isWhole ? { draft, skipped, confirmed } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft in this browser; `false`, where the browser does not allow it. */
export function keepDraft(draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft() {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept, nothing has to be forgotten.
  }
}

/** Hands a profile to the person as a file. */
export function saveAsFile(profile) {
  const text = `${JSON.stringify(profile, null, 2)}\n`;
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = href;
  link.download = `${profile.id}.json`;
  link.click();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

const mostBytes = 1_000_000;

/** Reads a file as a draft, or says kindly why it is none. */
export async function readFile(file) {
  if (file.size > mostBytes) return { problem: `"${file.name}" is much larger than a profile. Is it the right file?` };
  try {
    const draft = JSON.parse(await file.text());
    if (typeof draft === "object" && draft !== null && !Array.isArray(draft)) return { draft };
    return { problem: `"${file.name}" holds no profile: that would be an object in braces. Your draft is as it was.` };
  } catch {
    return { problem: `"${file.name}" could not be read as JSON. Perhaps it was cut short? Your draft is as it was.` };
  }
}
