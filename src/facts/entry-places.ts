import type { Pointer } from "../problems/index.js";
import { fieldsAsked } from "./fields-asked.js";
import type { EachForm, TakeForm } from "./form.js";
import { fieldPointer, fieldReader } from "./place.js";

/** Pointers to parts of the entry at an index. */
export type PlacesAt = (index: number) => readonly Pointer[];

/** Of so many entries, the pointers are made once. */
const mostReady = 20;

function placesAt(list: Pointer, parts: readonly Pointer[]): PlacesAt {
  const made = (index: number) => parts.map((part) => `${list}/${index}${part}`);
  const ready = Array.from({ length: mostReady }, (_, index) => made(index));
  return (index) => ready[index] ?? made(index);
}

/** Where an entry says something of a fact: in what is taken from it, or in the fields that are asked for. */
export interface EntryPlaces {
  /** Prepares the places that an entry says something in, from what those like it say. */
  readonly toldBy: (entry: unknown) => PlacesAt;
  /** All places, for entries that leave it open. */
  readonly all: PlacesAt;
}

export function entryPlaces(form: EachForm | TakeForm): EntryPlaces {
  const fields = "take" in form ? [form.take] : fieldsAsked(form);
  const parts = fields.map((field) => ({ pointer: fieldPointer(field), read: fieldReader(field) }));
  const ready = new Map<string, PlacesAt>();
  const placesOf = (those: typeof parts): PlacesAt => {
    const pointers = those.length > 0 ? those.map(({ pointer }) => pointer) : [""];
    const key = pointers.join(" ");
    const known = ready.get(key) ?? placesAt(form.each, pointers);
    ready.set(key, known);
    return known;
  };
  return { toldBy: (entry) => placesOf(parts.filter(({ read }) => read(entry) !== undefined)), all: placesOf(parts) };
}
