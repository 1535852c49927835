/** The pages around the login: home, help, privacy. Each must be true. */
export const help = {
  'home.title': 'One safe login for government applications',
} as const;
