import sax from "sax";
import { InputError } from "../../terminal.js";

/** What is met in an XML text, without the prefixes of its names. */
export interface Met {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const plain = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads XML piece by piece. Entities of its own are none: what could grow is never unfolded. */
export interface XmlReader {
  readonly add: (bytes: Uint8Array, isLast: boolean) => void;
}

/**
 * Begins to read the XML of a part of a workbook.
 *
 * @throws {InputError} from `add`, when it is no XML.
 */
export function xmlReader(met: Met, what: string): XmlReader {
  const decoder = new TextDecoder();
  // Strictly: what is no XML is no sheet.
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => met.open(plain(name), attributes as Readonly<Record<string, string>>); // without namespaces they are texts
  parser.ontext = met.text;
  parser.oncdata = met.text;
  parser.onclosetag = (name) => met.close(plain(name));
  parser.onerror = (cause) => {
    throw new InputError([`${what} is damaged: its XML breaks off or cannot be read. Save the workbook again.`], {
      cause,
    });
  };
  return {
    add: (bytes, isLast) => {
      parser.write(decoder.decode(bytes, { stream: !isLast }));
      if (isLast) parser.close();
    },
  };
}
