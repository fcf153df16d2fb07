import Form from "@rjsf/core";
import type { RJSFSchema } from "@rjsf/utils";
import { type CustomValidatorOptionsType, customizeValidator } from "@rjsf/validator-ajv8";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { AppProfile } from "plimsoll";
import { profileFormSchema, profileJsonSchema } from "plimsoll/schema";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { completeProfile } from "../formats/profile/complete-profile.js";
import { schemaFields } from "../formats/profile/schema-fields.js";

/** As its file has it. */
const schema: RJSFSchema = JSON.parse(JSON.stringify(profileFormSchema()));

// The library makes an instance of the class, and its types ask for the module that the class is in.
const options = { AjvClass: Ajv2020 as unknown } as CustomValidatorOptionsType;
const validator = customizeValidator<AppProfile>(options);
const formOf = (formData: AppProfile) =>
  renderToStaticMarkup(createElement(Form<AppProfile>, { schema, validator, formData }));

const named: Readonly<Record<string, string>> = {
  "&#x27;": "'",
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};
const plain = (markup: string) =>
  markup.replaceAll(/<[^>]*>/g, "").replaceAll(/&[^;]+;/g, (name) => named[name] ?? name);

/** The text of the first element that a pattern finds in a form. */
const textIn = (form: string, pattern: string) => plain(form.match(new RegExp(pattern, "s"))?.[1] ?? "");

describe("a form library makes a form of the schema of a profile", () => {
  const complaints = vi.spyOn(console, "error");
  afterEach(() => expect(complaints).not.toHaveBeenCalled());

  const form = formOf(completeProfile);

  test.each(Object.entries(schemaFields))("with %s under its title, and what it is for", (pointer, field) => {
    const id = `root${pointer.replaceAll("*", "0").replaceAll("/", "_")}`;
    expect(form).toContain(`id="${id}"`);
    const titles = [
      `<legend id="${id}__title">(.*?)</legend>`,
      `<label[^>]* for="${id}">(.*?)</label>`,
      `<label><input type="checkbox" id="${id}"[^>]*>(.*?)</label>`,
    ].map((pattern) => textIn(form, pattern).replace(/\*$/, ""));
    expect(titles).toContain(field.title);
    expect(textIn(form, `id="${id}__description"[^>]*>(.*?)</div>`)).toBe(field.description);
    if (field.enum === undefined) return;
    const options = form
      .match(new RegExp(`<select id="${id}".*?</select>`, "s"))?.[0]
      .split("</option>")
      .map(plain);
    expect(options).toEqual(["", ...field.enum, ""]);
  });

  test("with the control that fits each kind of value", () => {
    for (const [id, type] of [
      ["root_name", "text"],
      ["root_audience_users", "number"],
      ["root_audience_outsideUsers", "checkbox"],
      ["root_lifecycle_startedOn", "date"],
      ["root_ownership_businessOwner", "text"],
    ])
      expect(form).toMatch(new RegExp(`<input(?=[^>]* id="${id}")[^>]* type="${type}"`));
  });

  test("with nothing that it does not know how to show, and no choice between kinds of values", () => {
    expect(form).not.toMatch(/unsupported|__(any|one)of_select/i);
  });

  test("for an app of which nothing is known yet", () => {
    expect(formOf({ id: "stock", name: "Stock list" })).toContain('value="Stock list"');
  });

  test("which takes nothing that a profile does not take", () => {
    const ajv = new Ajv2020({ strict: false, formats: { date: true } });
    const [asForm, asProfile] = [ajv.compile(Object(schema)), ajv.compile(Object(profileJsonSchema()))];
    const about = { atLeast: 4, atMost: 40 };
    const bounded = { ...completeProfile, audience: { ...completeProfile.audience, users: about } };
    expect([completeProfile, bounded].map((profile) => [asForm(profile), asProfile(profile)])).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  test("and tells what is wrong in it", () => {
    expect(validator.validateFormData(completeProfile, schema).errors).toEqual([]);
    const { errors } = validator.validateFormData({ ...completeProfile, audience: { users: -1 } }, schema);
    expect(errors.map(({ property }) => property)).toEqual([".audience.users"]);
  });
});
