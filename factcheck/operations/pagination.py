"""The pages of API lists. A module of its own: DRF imports it while it loads itself."""

from rest_framework.pagination import PageNumberPagination


class Pages(PageNumberPagination):
    """`?page=` and `?page_size=`: 50 rows a page, 200 at most."""

    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
