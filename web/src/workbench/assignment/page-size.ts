/** As many as the server gives at once of lists that are not scrolled through. */
export const PAGE_SIZE = 50
