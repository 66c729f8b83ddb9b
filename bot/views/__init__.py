"""Pure functions from the plain results of the method to a Screen, and the words for it."""
