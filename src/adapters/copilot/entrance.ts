import type { Json } from "../../shapes/index.js";
import type { ToldField } from "../call.js";
import { asName, field, type Gathering } from "../gather.js";
import { entriesOf, isThere, placeOf, textOf, under } from "../spot.js";
import type { Bot, Parts } from "./parts.js";
import type { XmlText } from "./xml.js";

/** Ways to sign in, as the two kinds of files write them. */
const authentications: Readonly<Record<string, string>> = {
  "1": "none",
  "2": "integrated",
  "3": "custom",
  "4": "custom",
  none: "none",
  integrated: "integrated",
  customazureactivedirectory: "custom",
  genericoauth2: "custom",
};

const signIns: Readonly<Record<string, string>> = {
  "0": "as needed",
  "1": "always",
  asneeded: "as needed",
  always: "always",
};

const accesses: Readonly<Record<string, readonly [named: string, admits: "organisation" | "group"]>> = {
  any: ["any", "organisation"],
  "0": ["any", "organisation"],
  chatbotreaders: ["ChatbotReaders", "group"],
  groupmembership: ["GroupMembership", "group"],
};

const among = <Value>(table: Readonly<Record<string, Value>>, told: XmlText | undefined): Value | undefined => {
  const key = told?.value.toLowerCase() ?? "";
  return Object.hasOwn(table, key) ? table[key] : undefined;
};

/** Whom an agent lets in: without a sign-in anybody, whatever list of people there is. */
function admittedBy(bot: Bot): readonly ToldField[] {
  const authentication = among(authentications, bot.authentication);
  if (authentication === "none" && bot.authentication !== undefined)
    return [field("admits", "anybody", bot.authentication.at)];
  const access = among(accesses, bot.access);
  if (authentication !== "integrated" || access === undefined || bot.access === undefined) return [];
  return [field("admits", access[1], bot.access.at)];
}

/** Tells the ways in: one for each agent. */
export function tellEntrances({ bots }: Parts, gathering: Gathering): void {
  for (const bot of bots) {
    const at = bot.name?.at ?? bot.authentication?.at;
    if (at === undefined) continue;
    const name = bot.name === undefined ? [] : [field("name", asName(bot.name.value), bot.name.at)];
    gathering.entry("entrances", [...name, field("kind", "agent", at), ...admittedBy(bot)]);
  }
}

/** Tells under `/extensions/artifact` what all agents of the artifact say alike. */
function tellAlike(
  key: string,
  told: readonly (readonly [value: Json, told: XmlText])[],
  bots: number,
  gathering: Gathering,
): void {
  const first = told[0];
  if (first === undefined || told.length < bots || told.some(([value]) => value !== first[0])) return;
  gathering.tell(["extensions", "artifact", key], first[0], first[1].at);
}

/** Tells how one signs in, and through which channels one comes. */
export function tellSignIn({ bots }: Parts, gathering: Gathering): void {
  const each = <Value>(table: Readonly<Record<string, Value>>, of: (bot: Bot) => XmlText | undefined) =>
    bots.flatMap((bot): readonly (readonly [Value, XmlText])[] => {
      const told = of(bot);
      const value = among(table, told);
      return value === undefined || told === undefined ? [] : [[value, told]];
    });
  tellAlike(
    "authentication",
    each(authentications, ({ authentication }) => authentication),
    bots.length,
    gathering,
  );
  tellAlike(
    "signIn",
    each(signIns, ({ signIn }) => signIn),
    bots.length,
    gathering,
  );
  const access = each(accesses, (bot) => bot.access).map(([[named], told]) => [named, told] as const);
  tellAlike("access", access, bots.length, gathering);
  for (const { configuration } of bots) {
    if (configuration === undefined) continue;
    for (const channel of entriesOf(under(configuration, "channels"))) {
      const id = under(channel, "channelId");
      if (isThere(id)) gathering.member(["extensions", "artifact", "channels"], asName(textOf(id) ?? ""), placeOf(id));
    }
  }
}
