"""The home page, a campaign at a glance, and the frame around its pages."""
