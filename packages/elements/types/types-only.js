// What stands beside it is for compilers; there is nothing to run.
export {};
