# Puts an SVG on an Impress slide, has LibreOffice turn it into shapes (Break), and says what became of it: shapes by kind, and texts
# that are missing or new. Debian: libreoffice-impress, python3-uno.   /usr/bin/python3 test/engines/broken-up.py drawing.svg
import html, re, subprocess, sys, tempfile, time
from collections import Counter
from pathlib import Path
import uno
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue

PORT = 2093
drawing = Path(sys.argv[1]).resolve()
profile = Path(tempfile.mkdtemp()).as_uri()
listening = f'--accept=socket,host=127.0.0.1,port={PORT};urp;'
office = subprocess.Popen(['soffice', '--headless', '--norestore', f'-env:UserInstallation={profile}', listening], stderr=subprocess.DEVNULL)


def connected():
    resolver = uno.getComponentContext().ServiceManager.createInstance('com.sun.star.bridge.UnoUrlResolver')
    for _ in range(120):
        try:
            return resolver.resolve(f'uno:socket,host=127.0.0.1,port={PORT};urp;StarOffice.ComponentContext')
        except Exception:
            time.sleep(0.5)
    raise SystemExit('LibreOffice does not answer.')


def shapes_in(group):
    for i in range(group.Count):
        shape = group.getByIndex(i)
        yield from shapes_in(shape) if shape.ShapeType.endswith('GroupShape') else [shape]


try:
    context = connected()
    services = context.ServiceManager
    made = lambda name: services.createInstanceWithContext(name, context)
    document = made('com.sun.star.frame.Desktop').loadComponentFromURL('private:factory/simpress', '_blank', 0, ())
    page = document.DrawPages.getByIndex(0)
    while page.Count:
        page.remove(page.getByIndex(0))
    picture = document.createInstance('com.sun.star.drawing.GraphicObjectShape')
    page.add(picture)
    url = PropertyValue(Name='URL', Value=drawing.as_uri())
    picture.Graphic = made('com.sun.star.graphic.GraphicProvider').queryGraphic((url,))
    picture.setPosition(Point(0, 0))
    picture.setSize(Size(28000, 15750))
    document.CurrentController.select(picture)
    made('com.sun.star.frame.DispatchHelper').executeDispatch(document.CurrentController.Frame, '.uno:Break', '', 0, ())
    time.sleep(2)
    shapes = list(shapes_in(page))
    written = Counter(html.unescape(text) for text in re.findall(r'<text[^>]*>([^<]*)</text>', drawing.read_text(encoding='utf-8')))
    found = Counter(shape.String for shape in shapes if getattr(shape, 'String', ''))
    print(f'{len(shapes)} shapes:', dict(Counter(shape.ShapeType.rsplit('.')[-1] for shape in shapes)))
    print(f'{written.total()} texts; missing: {dict(written - found)}; new: {dict(found - written)}')
finally:
    office.kill()
