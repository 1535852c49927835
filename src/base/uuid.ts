const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID in lower case: what the database can take for one. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
