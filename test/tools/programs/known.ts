/** Gives the value back. Does not compile for `any`: a generator has to know the types of what it reads. */
export const known = <T>(value: 0 extends 1 & T ? never : T): T => value;
