#!/usr/bin/python3
"""Made the pictures in this folder, and their means in expected.txt, with Debian's python3-pil: by other code than that which reads them here.
Each is 24 pixels wide and 18 high; expected.txt has, for each, the grey means of its upright 2 x 3 parts, row by row."""
import numpy as np
from PIL import Image, ImageOps

y, x = np.mgrid[0:18, 0:24]
rgb = Image.fromarray(np.stack([x * 10, y * 15, 255 - x * 5 - y * 5], -1).astype("u1"))
grey = Image.fromarray((x * 10).astype("u1"))
deep = Image.fromarray((x * 2500).astype("u2"))
clear = rgb.copy()
clear.putalpha(grey)
palette = rgb.quantize(64)
ink = rgb.convert("CMYK")
turned = Image.Exif()
files = []


def save(image, name, **options):
    image.save(name, **options)
    files.append((name, image))


save(grey, "grey.png")
save(rgb, "colour.png")
save(palette, "palette.png")
save(rgb.convert("1"), "bilevel.png")
save(deep, "sixteen.png")
save(grey.convert("LA"), "opaque.png")
save(clear, "clear.png")
save(grey, "grey.jpg", quality=95)
save(rgb, "colour.jpg", quality=95)
save(rgb, "full.jpg", quality=95, subsampling=0)
save(rgb, "progressive.jpg", quality=95, progressive=True)
save(rgb, "restarts.jpg", quality=95, restart_marker_blocks=2)
save(ink, "ink.jpg", quality=95)
save(palette, "palette.gif")
save(rgb, "colour.bmp")
save(palette, "palette.bmp")
save(rgb, "plain.tif")
save(deep, "sixteen.tif")
save(ink, "ink.tif")
save(rgb, "lzw.tif", compression="tiff_lzw")
save(rgb, "deflated.tif", compression="tiff_adobe_deflate")
save(rgb, "packed.tif", compression="packbits")
save(rgb, "lossless.webp", lossless=True)
save(rgb, "lossy.webp", quality=95)
for value in range(2, 9):
    turned[0x112] = value
    save(rgb, f"turned{value}.jpg", quality=95, exif=turned)
turned[0x112] = 6
save(rgb, "turned.png", exif=turned)
save(rgb, "turned.webp", lossless=True, exif=turned)
rgb.save("turned.tif", tiffinfo={274: 6})


def upright(name):
    if name == "turned.tif":  # this Pillow turns by EXIF alone
        return rgb.transpose(Image.Transpose.ROTATE_270)
    return ImageOps.exif_transpose(Image.open(name))


def values(image):
    if image.mode.startswith("I"):
        return np.asarray(image) / 257
    if image.mode == "L":
        return np.asarray(image).astype(float)
    if image.mode == "CMYK":
        a = np.asarray(image).astype(float)
        return (255 - a[..., :3]) @ [0.299, 0.587, 0.114] * (255 - a[..., 3]) / 255
    if image.mode in ("RGBA", "LA"):
        image = Image.alpha_composite(Image.new("RGBA", image.size, (0, 0, 0, 255)), image.convert("RGBA"))
    return np.asarray(image.convert("RGB")).astype(float) @ [0.299, 0.587, 0.114]


with open("expected.txt", "w") as out:
    for name in [name for name, _ in files] + ["turned.tif"]:
        a = values(upright(name))
        means = a.reshape(2, a.shape[0] // 2, 3, a.shape[1] // 3).mean((1, 3)).ravel()
        print(name, *(f"{mean:.2f}" for mean in means), file=out)
