// libxml2's headers would bring along those of the system's ICU, which say otherwise than the ones that Foundation brings: a module that
// meets both does not compile. Nothing of ICU is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
