"""QR codes."""

import io

import segno


def qr(*, text: str, scale: int = 12) -> bytes:
    """A QR code in PNG, correction level M, at least 300 pixels wide."""
    code = segno.make(text, error="m", micro=False)
    width = code.symbol_size(scale=1, border=4)[0]
    stream = io.BytesIO()
    code.save(stream, kind="png", scale=max(scale, -(-300 // width)), border=4)
    return stream.getvalue()
