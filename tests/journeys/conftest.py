"""What the journeys share: a person in front of the window."""

from person import bin_folder, person, places, plain_look, wait

__all__ = ["bin_folder", "person", "places", "plain_look", "wait"]
