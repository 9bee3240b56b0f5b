"""Folders at the addresses of file systems that Spark reads (hdfs://, s3a://, file:// ...)."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark import SparkContext

__all__ = ["AddressFolder", "is_address"]

_HALF = ".half"


def is_address(name: str) -> bool:
    """Whether an input or a folder is named by its address rather than by its path."""
    return "://" in name


class AddressFolder:
    """A folder on any file system that Hadoop's library, which Spark brings, can reach."""

    def __init__(self, context: "SparkContext", address: str) -> None:
        self._java: Any = context._jvm
        self._address = address.rstrip("/")
        assert context._jsc is not None
        self._files: Any = self._path("").getFileSystem(context._jsc.hadoopConfiguration())

    def _path(self, name: str) -> Any:
        return self._java.org.apache.hadoop.fs.Path(f"{self._address}/{name}" if name else self._address)

    def names(self, below: str) -> list[str]:
        """The names of the whole files below."""
        folder = self._path(below)
        if not self._files.exists(folder):
            return []
        found = (str(entry.getPath().getName()) for entry in self._files.listStatus(folder))
        return sorted(name for name in found if not name.endswith(_HALF))

    def read(self, name: str) -> bytes:
        """What is in the file."""
        stream = self._files.open(self._path(name))
        try:
            return bytes(self._java.org.apache.commons.io.IOUtils.toByteArray(stream))
        finally:
            stream.close()

    def write(self, name: str, content: bytes) -> None:
        """Written beside the place and then moved there."""
        half = self._path(name + _HALF)
        stream = self._files.create(half, True)
        try:
            stream.write(bytearray(content))
        finally:
            stream.close()
        self.remove(name)
        self._files.rename(half, self._path(name))

    def remove(self, name: str) -> None:
        """The file is there no more."""
        self._files.delete(self._path(name), False)
