/** What a row of the register is read from, besides the hash of its number. */
export const REGISTER_COLUMNS = `number_sealed, family_name, given_names, birth_year, birth_month, birth_day, birth_place, sex, nationality,
    street, postcode, municipality, country`;
