"""A fuzzer that knows what a submission looks like, and a planter of refused values. See ../README.md."""
