"""The REST API under /api/v1/: shapes in serializers, one module of views a resource."""
