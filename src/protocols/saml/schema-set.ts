import { readdirSync, readFileSync } from 'node:fs';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

const folder = new URL('./schemas/', import.meta.url);
/** A prefix no document can make the parser open: the provider is taken away again once the schemas are compiled. */
const scope = 'sluis-schemas/';

/** Remembers what `make` made: for values that are dear to make and never change. */
function once<Value>(make: () => Value): () => Value {
  const made: Value[] = [];
  return () => {
    if (made.length === 0) made.push(make());
    return made[0] as Value;
  };
}

function compile(): XsdValidator {
  const names = readdirSync(folder).filter((name) => name.endsWith('.xsd'));
  const files = Object.fromEntries(names.map((name) => [scope + name, readFileSync(new URL(name, folder))]));
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const all = XmlDocument.fromBuffer(readFileSync(new URL('all.xsd', folder)), { url: `${scope}all.xsd` });
  try {
    return XsdValidator.fromDoc(all);
  } finally {
    all.dispose();
    xmlCleanupInputProvider();
  }
}

/**
 * The compiled schemas of SAML, XML signature and encryption, and the eIDAS types: one set, compiled at first use
 * (a few hundred milliseconds) and kept for the life of the process. Call it at start-up to have that behind you.
 */
export const schemaSet: () => XsdValidator = once(compile);
