/** A number with its thousands in groups: 1,037,389. */
export const grouped = (number: number): string => String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");

const units = [
  { size: 1_000_000_000, name: "bn" },
  { size: 1_000_000, name: "m" },
  { size: 1000, name: "k" },
] as const;

/** A number in few characters, for where it does not fit: 840k, 1.0m. */
export function shortened(number: number): string {
  // What would be rounded to a thousand of a unit is one of the next.
  const unit = units.find(({ size }) => number >= size * 0.9995);
  if (unit === undefined) return String(number);
  const count = number / unit.size;
  return `${count < 9.95 ? count.toFixed(1) : Math.round(count)}${unit.name}`;
}
