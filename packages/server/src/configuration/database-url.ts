/** `sqlite:<path>`, `sqlite::memory:` or `postgres://…` */
export const DATABASE_URL = /^(sqlite:.+|postgres(ql)?:\/\/.+)$/;
