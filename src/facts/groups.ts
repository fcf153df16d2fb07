/**
 * Lines and signs, or facts, as a set of few groups, in one number. What is false wherever nothing in its groups is true or open need not be
 * asked there; where two share a group by chance, it is asked once too often.
 */
export type Groups = number;

const countOfGroups = 31;

/** The group of a line, a sign or a fact, by its index. */
export const groupOf = (index: number): Groups => 1 << (index % countOfGroups);

/** All groups. */
export const everyGroup: Groups = -1;

/** What is always there, so that whatever may hold by nothing at all is always asked. */
export const always: Groups = 1 << countOfGroups;
