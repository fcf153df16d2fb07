import type { Pointer } from "../problems/index.js";
import { fieldLines } from "./field-truth.js";
import { fieldsAsked } from "./fields-asked.js";
import type { EachForm, TakeForm } from "./form.js";
import { fieldPointer, fieldReader } from "./place.js";

/** Pointers to the same parts of whichever entries. */
export interface PlacesIn {
  /** Those of the entry at an index. */
  readonly at: (index: number) => readonly Pointer[];
  /** Those of several among the first entries: of each whose bit is set. */
  readonly among: (entries: number) => readonly Pointer[];
}

/** Among so many entries, several are said by bits; of so many such choices, the pointers are made once, and shared by all who ask. */
export const mostByBits = 20;
const mostReady = 200;

const indicesOf = (entries: number): readonly number[] =>
  Array.from({ length: mostByBits }, (_, index) => index).filter((index) => entries & (1 << index));

function placesIn(list: Pointer, parts: readonly Pointer[]): PlacesIn {
  const at = (index: number) => parts.map((part) => `${list}/${index}${part}`);
  const ready = new Map<number, readonly Pointer[]>();
  return {
    at,
    among: (entries) => {
      const known = ready.get(entries);
      if (known !== undefined) return known;
      const made = Object.freeze(indicesOf(entries).flatMap(at));
      if (ready.size < mostReady) ready.set(entries, made);
      return made;
    },
  };
}

/** Where an entry says something of a fact: in what is taken from it, or in the fields that are asked for. */
export interface EntryPlaces {
  /** Prepares the places that an entry says something in, from what those like it say. */
  readonly toldBy: (entry: unknown) => PlacesIn;
  /** All places, for entries that leave it open. */
  readonly all: PlacesIn;
}

export function entryPlaces(form: EachForm | TakeForm): EntryPlaces {
  const fields = "take" in form ? [form.take] : fieldsAsked(form);
  // What stands there for whoever says nothing is not open.
  const settled = (form.where === undefined ? [] : fieldLines(form.where)).filter(({ unsaid }) => unsaid !== undefined);
  const isOpen = (field: string) => settled.every((line) => line.field !== field);
  const parts = fields.map((field) => ({
    pointer: fieldPointer(field),
    read: fieldReader(field),
    isOpen: isOpen(field),
  }));
  const ready = new Map<string, PlacesIn>();
  const placesOf = (those: typeof parts): PlacesIn => {
    const pointers = those.length > 0 ? those.map(({ pointer }) => pointer) : [""];
    const key = pointers.join(" ");
    const known = ready.get(key) ?? placesIn(form.each, pointers);
    ready.set(key, known);
    return known;
  };
  return {
    toldBy: (entry) => placesOf(parts.filter(({ read }) => read(entry) !== undefined)),
    all: placesOf(parts.filter((part) => part.isOpen)),
  };
}
