"""Words of invitations."""

FILE_NAME = "Giấy mời {number:03} {guest}"
