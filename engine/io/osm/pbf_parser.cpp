// SPDX-License-Identifier: Apache-2.0
#include "io/osm/pbf_parser.hpp"

#include <unistd.h>

#include <future>
#include <memory>
#include <osmium/io/pbf_input.hpp>

namespace aidway {
namespace {

namespace detail = osmium::io::detail;

/// libosmium's parser, which closes its file at the end alone; here at a failure too.
class ClosingParser final : public detail::Parser {
public:
    explicit ClosingParser(detail::parser_arguments& args)
        : Parser(args),
          args_{args.pool,
                args.fd,
                args.input_queue,
                args.output_queue,
                header_,
                args.offset_ptr,
                args.read_which_entities,
                args.read_metadata,
                args.buffers_kind,
                args.want_buffered_pages_removed} {}

    void run() override {
        try {
            detail::PBFParser(args_).run();
        } catch (...) {
            if (args_.fd >= 0) ::close(args_.fd);
            throw;
        }
    }

private:
    std::promise<osmium::io::Header> header_;  // a promise is kept once; that of the reader is for who wraps
    detail::parser_arguments args_;
};

}  // namespace

void close_pbf_files_that_fail() {
    [[maybe_unused]] static const bool done = detail::ParserFactory::instance().register_parser(
        osmium::io::file_format::pbf,
        [](detail::parser_arguments& args) { return std::unique_ptr<detail::Parser>(new ClosingParser(args)); });
}

}  // namespace aidway
