"""UBND xã Đức An, tỉnh Lâm Đồng, under two tiers of government: a ceremony three weeks ahead of whatever day it is.

commune     letterhead, units (NĐ 150/2025/NĐ-CP), accounts of every role, and the one campaign put together
days        the days everything hangs on, counted from today and from the ceremony
duties, guests, programme, outreach, papers   one page each. All persons are invented.
"""

from campaign.demo.duc_an.commune import office

__all__ = ["office"]
