import { fieldLines } from "./field-truth.js";
import type { EachForm, TakeForm } from "./form.js";

/** The fields that a form asks the entries of its list for. */
export function fieldsAsked(form: EachForm | TakeForm): readonly string[] {
  const asked = form.where === undefined ? [] : fieldLines(form.where).map(({ field }) => field);
  return [...new Set("take" in form ? [...asked, form.take] : asked)];
}
