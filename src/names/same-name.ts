/** Nothing but what most names are written with. */
const isPlain = /^[ -~]*$/;

/**
 * What a name comes to when only its meaning counts (Unicode NFKC): without case, spaces and what cannot be seen. For comparing,
 * never for showing.
 */
export function nameKey(name: string): string {
  // In these only spaces have no meaning.
  if (isPlain.test(name)) return name.toLowerCase().replace(/ /g, "");
  const folded = name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
  return folded.replace(/[\s\p{Default_Ignorable_Code_Point}\p{C}]/gu, "");
}

/** Whether two names mean the same: "ERP", "erp " and "ERP" with something invisible in it. */
export function sameName(one: string, other: string): boolean {
  return one === other || nameKey(one) === nameKey(other);
}
