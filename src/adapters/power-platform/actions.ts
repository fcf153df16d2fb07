import { fieldsOf, type Spot, textAt, under } from "../spot.js";

/** An action of a flow, with its name and what stands around it. */
export interface Action {
  readonly name: string;
  readonly type: string;
  readonly spot: Spot;
  readonly inputs: Spot;
  /** The loop that repeats it until something holds, if one does. */
  readonly loop: Spot | undefined;
}

/** Every action of a flow, however deep it stands: in conditions, cases, scopes and loops. */
export function actionsIn(definition: Spot): readonly Action[] {
  const found: Action[] = [];
  const open: (readonly [actions: Spot, loop: Spot | undefined])[] = [[under(definition, "actions"), undefined]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [actions, loop] = next;
    for (const [name, spot] of fieldsOf(actions)) {
      const type = textAt(spot, "type") ?? "";
      found.push({ name, type, spot, inputs: under(spot, "inputs"), loop });
      const inner = type.toLowerCase() === "until" ? spot : loop;
      open.push(
        [under(spot, "actions"), inner],
        [under(spot, "else", "actions"), inner],
        [under(spot, "default", "actions"), inner],
      );
      for (const [, each] of fieldsOf(under(spot, "cases"))) open.push([under(each, "actions"), inner]);
    }
  }
  return found;
}
