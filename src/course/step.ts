/** Something that happened: when, as a date or an instant, and what. */
export interface Happened {
  readonly kind: string;
  readonly at: string;
}

/** Something on its way, all of which follows from its events. */
export interface Underway<State extends string, Event extends Happened> {
  readonly state: State;
  /** How many events there are; whoever stores it compares it. */
  readonly revision: number;
  readonly events: readonly Event[];
}

/** Why something cannot be, in a sentence; nothing when it can. */
export type Objection = string | undefined;

/** A step of a path: what may happen in which states, where it leads, and what it takes. */
export interface Step<Given, State extends string, Event> {
  /** What happens, in a few words. */
  readonly title: string;
  readonly from: readonly State[];
  /** The state that it leads to; the one that it is in, when left out. */
  readonly to?: State;
  /** What is still missing before it can happen at all. */
  readonly missing?: (given: Given) => Objection;
  /** What is wrong with this very event. */
  readonly objection?: (given: Given, event: Event) => Objection;
}

/** A step for every kind of event but the first, as a table: what runs, what is documented and what is drawn. */
export type Path<Given, State extends string, Event extends Happened> = {
  readonly [Kind in Event["kind"]]: Step<Given, State, Extract<Event, { readonly kind: Kind }>>;
};
