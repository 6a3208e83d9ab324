"""What the tests of the window share: a person in front of it."""

from person import bin_folder, person, places, plain_look

__all__ = ["bin_folder", "person", "places", "plain_look"]
