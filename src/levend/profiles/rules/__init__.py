"""Who may do what with a profile: write it (`writing`), and read and speak along with it (`together`)."""

from levend.profiles.rules.writing import can_read, can_start, can_write, own_reach

__all__ = ["can_read", "can_start", "can_write", "own_reach"]
