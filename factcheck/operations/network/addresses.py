"""Which addresses of the net a program of ours may be sent to by somebody else's wish.

Pure: no name is looked up here. The networks are listed, because `is_global` of the
standard library calls several of them global on Python 3.11: multicast, 6to4, NAT64
and others that carry an IPv4 address inside, which may be anybody's (measured).
"""

from __future__ import annotations

from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Network = IPv4Network | IPv6Network


def _networks(text: str) -> tuple[Network, ...]:
    return tuple(ip_network(word) for word in text.split())


# Networks of a house: refused unless an administrator says otherwise.
PRIVATE = _networks(
    """
    10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16
    ::1/128 fc00::/7
    """
)
# Where nobody's receiver lives: this host by another name, the neighbours on the wire
# (where clouds keep their credentials, the two single addresses too), protocol
# assignments, examples, benchmarks, multicast, reserved, and what wraps an address.
NEVER = _networks(
    """
    0.0.0.0/8 100.100.100.200/32 169.254.0.0/16 192.0.0.0/24 192.0.2.0/24
    192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.175.48.0/24 198.18.0.0/15
    198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
    2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20 fd00:ec2::/32
    """
)
# All that is given out for the public of IPv6; the rest of it is something else.
PUBLIC_V6 = IPv6Network("2000::/3")


class AddressRefused(Exception):
    """Nothing is sent there. `private`: an administrator could allow it."""

    def __init__(self, reason: str, *, private: bool = False) -> None:
        super().__init__(reason)
        self.private = private


def check_ip(text: str, *, allow_private: bool = False) -> str:
    """The address as it may be dialled; raises AddressRefused.

    text  as the system's resolver writes it: "192.0.2.1", "fe80::1%eth0"
    """
    found = _plain(text.partition("%")[0])
    if any(found in network for network in NEVER):
        raise AddressRefused(f"{found} is no address of a receiver.")
    if any(found in network for network in PRIVATE):
        if allow_private:
            return str(found)
        raise AddressRefused(f"{found} lies in a private network.", private=True)
    if found.version == 6 and found not in PUBLIC_V6:
        raise AddressRefused(f"{found} is no address of a receiver.")
    return str(found)


def _plain(text: str) -> IPv4Address | IPv6Address:
    try:
        found = ip_address(text)
    except ValueError as error:
        raise AddressRefused("The host has no address.") from error
    # ::ffff:127.0.0.1 is dialled as 127.0.0.1.
    return getattr(found, "ipv4_mapped", None) or found
